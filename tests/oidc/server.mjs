// A real OpenID provider for the tests: one line of JSON on standard output when it listens.
// Whoever signs in is the address they type, verified; how the provider then behaves is written in that address:
//   unverified-…  does not vouch for the address      mfa-…  says it asked for a second factor
//   expired-…  audience-…  issuer-…  nonce-…  an ID token with that wrong, rightly signed
//   tampered-…  the claims changed after signing      unsigned-…  no signature       foreign-…  signed with another key
// An address may end in "#…", which is then another subject with the same address.
import { generateKeyPair, exportJWK, SignJWT, UnsecuredJWT, decodeJwt } from 'jose';
import { createServer } from 'node:http';
import { Provider } from 'oidc-provider';

const [redirect, secret, port] = process.argv.slice(2);
const server = createServer();
await new Promise(done => server.listen(Number(port ?? 0), '127.0.0.1', done));
const issuer = `http://127.0.0.1:${server.address().port}`;
const own = await generateKeyPair('RS256', { extractable: true });
const foreign = await generateKeyPair('RS256');
const is = (subject, word) => subject.startsWith(`${word}-`);

const provider = new Provider(issuer, {
  clients: [{ client_id: 'loa', client_secret: secret, redirect_uris: [redirect], token_endpoint_auth_method: 'client_secret_post' }],
  jwks: { keys: [{ ...await exportJWK(own.privateKey), kid: 'own', alg: 'RS256', use: 'sig' }] },
  cookies: { keys: ['only for tests'] },
  claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
  pkce: { required: () => true },
  features: { devInteractions: { enabled: false } },
  interactions: { url: (ctx, interaction) => `/nguoi/${interaction.uid}` },
  findAccount: (ctx, sub) => ({ accountId: sub, claims: () => ({ sub, email: sub.split('#')[0], email_verified: !is(sub, 'unverified') }) }),
  loadExistingGrant: async ctx => {
    const grant = new ctx.oidc.provider.Grant({ accountId: ctx.oidc.session.accountId, clientId: ctx.oidc.client.clientId });
    grant.addOIDCScope('openid email');
    await grant.save();
    return grant;
  },
});

// Who are you? A form, and what it sends.
provider.use(async (ctx, next) => {
  if (!ctx.path.startsWith('/nguoi/')) return next();
  if (ctx.method === 'GET') {
    ctx.type = 'html';
    ctx.body = '<!doctype html><title>Sign in</title><main><form method="post"><input name="login"><button>Go</button></form></main>';
    return;
  }
  const chunks = [];
  for await (const chunk of ctx.req) chunks.push(chunk);
  const login = new URLSearchParams(Buffer.concat(chunks).toString()).get('login');
  const result = login === 'refuse'
    ? { error: 'access_denied', error_description: 'Not today' }
    : { login: { accountId: login, remember: false, amr: is(login, 'mfa') ? ['pwd', 'mfa'] : ['pwd'] } };
  await provider.interactionFinished(ctx.req, ctx.res, result);
  ctx.respond = false;
});

// What a bad provider, or someone on the way, would send.
provider.use(async (ctx, next) => {
  await next();
  if (ctx.path === '/token' && ctx.body?.id_token) ctx.body.id_token = await spoil(ctx.body.id_token);
});

async function spoil(token) {
  const claims = decodeJwt(token);
  const sign = (changes, key = own.privateKey) => new SignJWT({ ...claims, ...changes }).setProtectedHeader({ alg: 'RS256', kid: 'own', typ: 'JWT' }).sign(key);
  const kind = ['expired', 'audience', 'issuer', 'nonce', 'tampered', 'unsigned', 'foreign'].find(word => is(claims.sub, word));
  const hour = 60 * 60;
  switch (kind) {
    case 'expired': return sign({ iat: claims.iat - 2 * hour, exp: claims.iat - hour });
    case 'audience': return sign({ aud: 'another-client' });
    case 'issuer': return sign({ iss: 'https://another.example' });
    case 'nonce': return sign({ nonce: 'of another sign-in' });
    case 'foreign': return sign({}, foreign.privateKey);
    case 'unsigned': return new UnsecuredJWT(claims).encode();
    case 'tampered': {
      const [header, , signature] = token.split('.');
      return [header, Buffer.from(JSON.stringify({ ...claims, sub: claims.sub.slice('tampered-'.length) })).toString('base64url'), signature].join('.');
    }
    default: return token;
  }
}

server.on('request', provider.callback());
process.stdout.write(JSON.stringify({ issuer }) + '\n');
process.stdin.on('end', () => process.exit(0)).resume(); // The tests are gone.
