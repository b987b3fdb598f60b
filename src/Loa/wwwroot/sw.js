// Keeps the pages on which activities are logged, and what they are made of, for the time without a network; everything else goes to the server.
// With a network the server always answers; what is kept is the person's own and is deleted when they sign out (unsent.js).
const store = 'loa-log-1';
// What was kept this long ago need not be asked for again beforehand.
const fresh = 12 * 3600 * 1000;
const page = /^\/hoat-dong\/ghi$/;
const part = /^\/(css|js|lib|img)\/|^\/favicon\.svg$/;

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => event.waitUntil((async () => {
  for (const name of await caches.keys()) if (name.startsWith('loa-') && name !== store) await caches.delete(name);
  await self.clients.claim();
})()));

self.addEventListener('message', event => {
  if (!Array.isArray(event.data?.keep)) return;
  event.waitUntil(Promise.allSettled(event.data.keep.map(async address => {
    const url = new URL(address, self.location.origin);
    if (url.origin !== self.location.origin || !(page.test(url.pathname) || part.test(url.pathname))) return;
    const kept = await caches.match(url.href, { cacheName: store });
    if (kept && Date.now() - Date.parse(kept.headers.get('date')) < fresh) return;
    await keep(url.href, await fetch(url.href, { credentials: 'same-origin' }));
  })));
});

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (event.request.mode === 'navigate' && page.test(url.pathname)) event.respondWith(answer(event.request, true));
  else if (part.test(url.pathname)) event.respondWith(answer(event.request, false));
});

async function answer(request, isPage) {
  try {
    const answered = await fetch(request);
    await keep(request.url, answered.clone());
    return answered;
  } catch (away) {
    const kept = await caches.match(request.url, { cacheName: store }) ?? (isPage ? await caches.match(new URL('/hoat-dong/ghi', self.location.origin).href, { cacheName: store }) : null);
    if (kept) return kept;
    throw away;
  }
}

// A redirect leads to the sign-in: that is no page to keep.
async function keep(address, response) {
  if (response.ok && !response.redirected && response.type === 'basic') await (await caches.open(store)).put(address, response);
}
