// Loaded before the page is drawn, so that it is drawn once, in the theme the system asks for.
(() => {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => document.documentElement.setAttribute("data-bs-theme", dark.matches ? "dark" : "light");
  apply();
  dark.addEventListener("change", apply);
  document.documentElement.classList.add("js");
})();
