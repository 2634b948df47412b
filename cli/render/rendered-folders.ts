/** Folders of what is rendered, in the current one. */
export const renderedFolders = { terraform: 'cdktf.out', kubernetes: 'dist' } as const;
