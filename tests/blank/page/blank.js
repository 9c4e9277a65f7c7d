// Shows the window once its words are there, and answers a key by changing them. Not in an animation frame: a hidden page
// gets none.
addEventListener("keydown", (event) => {
  document.getElementById("words").textContent = `The key was ${event.key}.`;
});
window.__TAURI_INTERNALS__.invoke("window_ready");
