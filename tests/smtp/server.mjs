// A real mail server for the tests: one line of JSON on standard output when it listens, then one for every mail it took.
// How it behaves is written in the recipient's address, so that tests may share it:
//   later-…    451 to the first attempt, then taken        never-…   550 to every attempt
//   unwanted-… 554 after the words                          vanish-…  taken, but the line breaks before the answer
import { SMTPServer } from 'smtp-server';
import { simpleParser } from 'mailparser';

const port = Number(process.argv[2] ?? 0);
const [user, password] = [process.argv[3], process.argv[4]];
const seen = new Set();
const say = value => process.stdout.write(JSON.stringify(value) + '\n');
const refusal = (code, text) => Object.assign(new Error(text), { responseCode: code });

const server = new SMTPServer({
  disabledCommands: ['STARTTLS'],
  allowInsecureAuth: true,
  authOptional: !user,
  disableReverseLookup: true,
  onAuth: (auth, session, done) => auth.username === user && auth.password === password ? done(null, { user }) : done(refusal(535, 'Wrong name or password')),
  onRcptTo({ address }, session, done) {
    if (address.startsWith('never-')) return done(refusal(550, 'No such mailbox'));
    if (address.startsWith('later-') && !seen.has(address)) {
      seen.add(address);
      return done(refusal(451, 'Come back later'));
    }
    done();
  },
  onData(stream, session, done) {
    simpleParser(stream, { skipTextToHtml: true, skipHtmlToText: true }).then(mail => {
      const to = session.envelope.rcptTo.map(recipient => recipient.address);
      if (to.some(address => address.startsWith('unwanted-'))) return done(refusal(554, 'Not wanted'));
      say({
        recipients: to, from: mail.from?.text, to: mail.to?.text, subject: mail.subject, text: mail.text, html: mail.html || null,
        messageId: mail.messageId, headers: Object.fromEntries(mail.headerLines.map(line => [line.key, line.line])),
      });
      if (to.some(address => address.startsWith('vanish-'))) return [...server.connections].forEach(connection => connection.session === session && connection._socket.destroy());
      done();
    }, done);
  },
});
server.on('error', () => {}); // A client that goes away is its own affair.
server.listen(port, '127.0.0.1', () => say({ port: server.server.address().port }));
process.stdin.on('end', () => process.exit(0)).resume(); // The tests are gone.
