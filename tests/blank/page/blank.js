// Shows the window once its words are laid out, and answers a key by changing them.
addEventListener("keydown", (event) => {
  document.getElementById("words").textContent = `The key was ${event.key}.`;
});
requestAnimationFrame(() => window.__TAURI_INTERNALS__.invoke("window_ready"));
