/** True in a page that is one file: there is no server behind it, and no other page beside it. */
export const isOneFile = (): boolean => 'oneFile' in document.documentElement.dataset;
