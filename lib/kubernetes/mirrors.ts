/** Where images and charts come from instead of where their makers publish them. */
export interface Mirrors {
  /** By the host of a registry, as in `docker.io`: what stands in its place, `registry.example.com/dockerhub`. */
  readonly images: Readonly<Record<string, string>>;
  /** By the address of a chart repository: another, of `https:` or `oci:`. */
  readonly charts: Readonly<Record<string, string>>;
}

export const noMirrors: Mirrors = { images: {}, charts: {} };

/** An image, as charts take it that want its registry by itself. */
export interface ImagePlace {
  /** May have a path of its own. */
  readonly registry: string;
  /** With tag and digest, if the image has them. */
  readonly repository: string;
}

const dockerHub = 'docker.io';

/**
 * An image of the mirror of its registry; as it was written if there is none.
 * @param image `team/app:v1`, which Docker reads as one of `docker.io`, or with its registry
 */
export function mirroredImage(image: string, mirrors: Mirrors): string {
  const place = mirroredPlace(image, mirrors);
  return place === undefined ? image : `${place.registry}/${place.repository}`;
}

/** Where the mirror has an image; nothing if its registry has none. */
export function mirroredPlace(image: string, { images }: Mirrors): ImagePlace | undefined {
  const { registry, repository } = placeOf(image);
  const mirror = Object.hasOwn(images, registry) ? images[registry] : undefined;
  return mirror === undefined ? undefined : { registry: mirror, repository };
}

/** The address of the mirror of a chart repository; its own if there is none. */
export function mirroredRepository(repository: string, { charts }: Mirrors): string {
  return (Object.hasOwn(charts, repository) ? charts[repository] : undefined) ?? repository;
}

/** The host of the registry that has an image. */
export function registryOf(image: string): string {
  return placeOf(image).registry;
}

/**
 * A first part with a dot or a port is a registry, and `localhost` is one; what is left of it without a slash is of Docker's
 * own library.
 * @see https://github.com/distribution/reference/blob/main/normalize.go
 */
function placeOf(image: string): ImagePlace {
  const [first = '', ...rest] = image.split('/');
  if (rest.length > 0 && (/[.:]/.test(first) || first === 'localhost')) {
    return { registry: first === 'index.docker.io' ? dockerHub : first, repository: rest.join('/') };
  }
  return { registry: dockerHub, repository: rest.length === 0 ? `library/${image}` : image };
}
