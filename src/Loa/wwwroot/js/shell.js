// [data-offline-shell]: the page on which a form is picked is made ready for the time without a network.
export { shell as start } from './offline.js';
