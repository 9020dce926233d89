// What a reader can do beyond reading: theme, text size, search over the page, copy link, the
// system's share sheet, print. No page needs it. Controls that only work with it are invisible until its
// last line; every word it shows stands in the page.
(() => {
  const root = document.documentElement;
  const find = (selector) => document.querySelector(selector);

  const remember = (name, value) => {
    try {
      localStorage.setItem(name, value);
    } catch {
      // Forbidden: it holds for this page.
    }
  };

  // Theme: the system's until the reader taps, then the reader's.
  const system = matchMedia("(prefers-color-scheme: dark)");
  const isNight = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const showTheme = () => find("[data-do=theme]")?.setAttribute("aria-pressed", isNight());
  system.addEventListener("change", showTheme);
  showTheme();

  // Text size: the steps that the style sheet has.
  const steps = [80, 90, 100, 110, 125, 150, 175, 200];
  const step = () => Math.max(steps.indexOf(Number(root.dataset.text ?? 100)), 0);
  const showText = () => {
    find("[data-do=smaller]")?.setAttribute("aria-disabled", step() === 0);
    find("[data-do=larger]")?.setAttribute("aria-disabled", step() === steps.length - 1);
  };
  const resize = (by) => {
    const size = steps[step() + by];
    if (!size) return;
    root.dataset.text = size;
    remember("text", size);
    showText();
  };
  showText();

  // A live region speaks when its words change, so the same words are put in anew.
  let hush;
  const say = (words) => {
    const toast = find(".toast");
    toast.textContent = "";
    clearTimeout(hush);
    requestAnimationFrame(() => (toast.textContent = words));
    hush = setTimeout(() => (toast.textContent = ""), 4000);
  };

  const copy = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // An old browser, or a page without TLS.
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      const done = document.execCommand("copy");
      field.remove();
      return done;
    }
  };

  // The search over the page. Without it, and in a new tab, its link leads to the search's page.
  const overlay = find(".overlay");

  const acts = {
    theme() {
      root.dataset.theme = isNight() ? "light" : "dark";
      remember("theme", root.dataset.theme);
      showTheme();
    },
    smaller: () => resize(-1),
    larger: () => resize(1),
    async copy(button) {
      const done = await copy(button.dataset.url);
      button.focus();
      say(done ? button.dataset.done : button.dataset.failed);
    },
    share({ dataset: { url, title } }) {
      // A reader who closes the sheet has not failed at anything.
      navigator.share({ url, title }).catch(() => {});
    },
    print: () => print(),
    search(link, event) {
      if (!overlay?.showModal || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      overlay.showModal();
      overlay.querySelector("input").focus();
    },
    close: () => overlay.close(),
  };

  document.addEventListener("click", (event) => {
    const control = event.target.closest("[data-do]");
    if (control) acts[control.dataset.do](control, event);
    else if (event.target === overlay) overlay.close();
    const menu = find("details[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" && find("details[open]");
    if (!menu) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });

  root.dataset.script += " ready";
})();
