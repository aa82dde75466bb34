// Runs before the first paint, so that nobody in dark mode sees a white flash. A file of its own because the
// content security policy refuses inline scripts. The key is the one Mantine keeps the choice under.
(() => {
  let chosen = null;
  try {
    chosen = localStorage.getItem("mantine-color-scheme-value");
  } catch {
    // Storage can be switched off; the system's scheme is then the right one.
  }
  const dark =
    chosen === "dark" || (chosen !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.setAttribute("data-mantine-color-scheme", dark ? "dark" : "light");
})();
