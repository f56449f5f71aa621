// The newcomer's page works without this; with it, what was last seen is there without a net, and gone after sign-out.
const isIn = document.querySelector("script[data-in]")?.dataset.in === "yes";
if ("serviceWorker" in navigator && window.isSecureContext) {
  if (isIn) {
    navigator.serviceWorker.register("/my/sw.js", { scope: "/my/" }).catch(() => {});
  } else {
    caches.delete("vejviser-my").catch(() => {});
    navigator.serviceWorker.getRegistration("/my/").then(r => r?.unregister()).catch(() => {});
  }
}
const offline = document.getElementById("offline");
const show = () => { if (offline) offline.hidden = navigator.onLine; };
addEventListener("online", show);
addEventListener("offline", show);
show();
