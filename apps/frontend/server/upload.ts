/** An error of the caller, with the HTTP status that says so. */
export class Refused extends Error {
  constructor(
    readonly code: number,
    text: string,
  ) {
    super(text);
  }
}

/** The most bytes of an image. */
const maxImage = 1024 * 1024;
/** What a form adds around its file. */
const maxForm = maxImage + 16 * 1024;
const tooLarge = 'the image has more than 1 MiB: send a smaller one';

/**
 * The image of a request: the field `image` of a form, or the whole body.
 * @throws Refused without an image, or with one of more than 1 MiB
 */
export async function uploadedImage(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
  const body = await limited(request, isForm ? maxForm : maxImage);
  const image = isForm ? await imageOfForm(body, request.headers.get('content-type') ?? '') : body;
  if (image.length === 0) {
    throw new Refused(400, 'there is no image: choose a PNG or JPEG, or draw one');
  }
  if (image.length > maxImage) {
    throw new Refused(413, tooLarge);
  }
  return image;
}

/**
 * Keeps no more than it may, whatever the request claims about its length. The rest is read all the same: the next request
 * of the connection comes after it.
 */
async function limited({ body }: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of body ?? []) {
    length += part.length;
    if (length <= most) {
      parts.push(part);
    }
  }
  if (length > most) {
    throw new Refused(413, tooLarge);
  }
  return new Uint8Array(Buffer.concat(parts));
}

async function imageOfForm(body: Uint8Array<ArrayBuffer>, contentType: string): Promise<Uint8Array<ArrayBuffer>> {
  const form = await new Response(body, { headers: { 'content-type': contentType } }).formData().catch(() => {
    throw new Refused(400, 'the form is damaged or not complete: send it again');
  });
  const file = form.get('image');
  return new Uint8Array(file instanceof Blob ? await file.arrayBuffer() : []);
}
