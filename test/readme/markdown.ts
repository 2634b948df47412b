/** Where the links of a page lead, as they are written; what stands in code is no link. */
export function linksOf(page: string): string[] {
  const links = [...withoutCode(page).matchAll(/\]\(([^)\s]+)\)/g)];
  return links.map(([, target = '']) => target);
}

/** The anchors that GitHub gives the headings of a page. Two headings of one text would share theirs, so that is a fault. */
export function anchorsOf(page: string): string[] {
  const headings = [...withoutFences(page).matchAll(/^#{1,6} (.*)$/gm)];
  return headings.map(([, title = '']) => anchorOf(title));
}

function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}\p{Mark} _-]/gu, '')
    .replaceAll(' ', '-');
}

function withoutCode(page: string): string {
  return withoutFences(page).replace(/`[^`\n]*`/g, '');
}

function withoutFences(page: string): string {
  return page.replace(/^ *```[^]*?^ *```/gm, '');
}
