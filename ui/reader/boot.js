(root => {
  root.dataset.script = navigator.share ? "share" : "";
  try {
    const theme = localStorage.getItem("theme");
    const text = localStorage.getItem("text");
    if (/^(light|dark)$/.test(theme)) root.dataset.theme = theme;
    if (/^\d{2,3}$/.test(text)) root.dataset.text = text;
  } catch {}
})(document.documentElement);
