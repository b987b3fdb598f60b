// A form that asks the browser for a passkey before it is sent: data-passkey="create" or "get", data-options where the challenge comes from.
export function start(form) {
  const api = globalThis.PublicKeyCredential;
  if (!api?.parseCreationOptionsFromJSON || !api.parseRequestOptionsFromJSON) return;
  form.hidden = false;
  const field = form.querySelector('input[name=credential]');
  const problem = form.querySelector('[data-passkey-error]');

  form.addEventListener('submit', async event => {
    if (field.value) return;
    event.preventDefault();
    problem.hidden = true;
    try {
      field.value = JSON.stringify((await ask(form)).toJSON());
      form.submit();
    } catch {
      problem.hidden = false;
    }
  });
}

async function ask(form) {
  const token = new FormData(form).get('__RequestVerificationToken');
  const answer = await fetch(form.dataset.options, { method: 'POST', body: new URLSearchParams({ __RequestVerificationToken: token }) });
  if (!answer.ok) throw new Error(String(answer.status));
  const options = await answer.json();
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
