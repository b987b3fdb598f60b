// A document pane opens at the passage the page is about.
export function start(pane) {
  const passage = document.getElementById(pane.dataset.scrollTo);
  if (passage) pane.scrollTop += passage.getBoundingClientRect().top - pane.getBoundingClientRect().top - pane.clientHeight / 4;
}
