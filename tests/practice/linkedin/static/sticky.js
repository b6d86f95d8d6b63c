// The second action row: a header that comes down when the card has been scrolled away (linkedin 1.1).
export function sticky(header) {
  const card = document.querySelector("main section");
  header.style.visibility = "hidden";
  new IntersectionObserver(([entry]) => { header.style.visibility = entry.isIntersecting ? "hidden" : "visible"; }, { rootMargin: "-60px" })
    .observe(card);
}
