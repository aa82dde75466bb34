/**
 * Calls back once the page that was gone to is there, and not only its shape; returns how to give that up.
 *
 * A page that is still on the way marks its `#main`, or what that lies in, as busy.
 */
export function whenArrived(then: () => void): () => void {
  const observer = new MutationObserver(() => look());
  const look = () => {
    if (!isThere()) return;
    observer.disconnect();
    then();
  };
  observer.observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ["aria-busy"],
  });
  look();
  return () => observer.disconnect();
}

// A page that waits for a part of itself is already in the document, unseen, beside the shape that stands for it.
function isThere(): boolean {
  const mains = [...document.querySelectorAll("#main")];
  return mains.length > 0 && mains.every((main) => main.closest("[aria-busy=true]") === null);
}
