// Keeps what one newcomer last saw, for when there is no net. The server is asked first, always; what is kept is never older than the last visit.
const kept = "vejviser-my";
const open = /^\/my\/(sign-in|sign-out|language)/;
const forget = () => caches.delete(kept);

self.addEventListener("install", event => event.waitUntil(self.skipWaiting()));
self.addEventListener("activate", event => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", event => {
  const { request } = event, url = new URL(request.url);
  if (url.origin !== location.origin)
    return;
  if (request.method === "POST" && url.pathname === "/my/sign-out") {
    event.waitUntil(forget());
    return;
  }
  const isPage = url.pathname.startsWith("/my/") && !open.test(url.pathname);
  if (request.method !== "GET" || !(isPage || /\.(css|js|svg|woff2)$/.test(url.pathname)))
    return;
  event.respondWith(answer(request, isPage));
});

async function answer(request, isPage) {
  let response;
  try {
    response = await fetch(request);
  } catch (error) {
    const last = await caches.match(request, { ignoreVary: true });
    if (last)
      return last;
    throw error;
  }
  // Led to sign-in: the session is over or the link taken back, so nothing stays here either.
  if (isPage && response.redirected && open.test(new URL(response.url).pathname))
    await forget();
  else if (response.ok && !response.redirected)
    await (await caches.open(kept)).put(request, response.clone());
  return response;
}
