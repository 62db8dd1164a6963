// "Je ne suis pas un robot": finds the number whose SHA-256 with the server's salt is known (the scheme of ALTCHA). The
// page starts this very file as a worker; no third party is asked. crypto.subtle would be slower for short texts, one
// promise a hash, and is missing on plain http.
(() => {
  'use strict';

  // ---- SHA-256 (FIPS 180-4) of one ASCII text of less than 56 bytes a block; the constants are those of its primes.
  const primes = [];
  for (let n = 2; primes.length < 64; n++) if (primes.every((p) => n % p)) primes.push(n);
  const fraction = (x) => ((x - Math.floor(x)) * 0x100000000) | 0;
  const rounds = Int32Array.from(primes, (p) => fraction(Math.cbrt(p)));
  const start = Int32Array.from(primes.slice(0, 8), (p) => fraction(Math.sqrt(p)));
  const words = new Int32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));

  const block = (state, bytes, at) => {
    for (let i = 0; i < 16; i++)
      words[i] = (bytes[at + 4 * i] << 24) | (bytes[at + 4 * i + 1] << 16) | (bytes[at + 4 * i + 2] << 8) | bytes[at + 4 * i + 3];
    for (let i = 16; i < 64; i++) {
      const a = words[i - 15], b = words[i - 2];
      const s0 = turn(a, 7) ^ turn(a, 18) ^ (a >>> 3), s1 = turn(b, 17) ^ turn(b, 19) ^ (b >>> 10);
      words[i] = (words[i - 16] + s0 + words[i - 7] + s1) | 0;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
      const s1 = turn(e, 6) ^ turn(e, 11) ^ turn(e, 25), s0 = turn(a, 2) ^ turn(a, 13) ^ turn(a, 22);
      const t1 = (h + s1 + ((e & f) ^ (~e & g)) + rounds[i] + words[i]) | 0;
      const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g; g = f; f = e; e = (d + t1) | 0; d = c; c = b; b = a; a = (t1 + t2) | 0;
    }
    const next = [a, b, c, d, e, f, g, h];
    for (let i = 0; i < 8; i++) state[i] = (state[i] + next[i]) | 0;
  };

  const sha256 = (text) => {
    const length = text.length;
    const bytes = new Uint8Array(((length + 8) >> 6) * 64 + 64);
    for (let i = 0; i < length; i++) bytes[i] = text.charCodeAt(i);
    bytes[length] = 0x80;
    new DataView(bytes.buffer).setUint32(bytes.length - 4, length * 8);
    const state = Int32Array.from(start);
    for (let at = 0; at < bytes.length; at += 64) block(state, bytes, at);
    return [...state].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  };

  const search = ({ salt, digest, most }) => {
    for (let number = 0; number < most; number++) if (sha256(salt + number) === digest) return number;
    return null;
  };

  if (typeof document === 'undefined') {
    self.onmessage = ({ data }) => self.postMessage(search(data));
    return;
  }

  // ---- In the page.
  const file = document.currentScript.src;
  for (const proof of document.querySelectorAll('[data-proof]')) {
    const field = (name) => proof.querySelector(`[name="${name}"]`);
    const number = field('preuve_nombre');
    const words = proof.querySelector('.hint');
    const say = (text) => { if (words) words.textContent = text; };
    if (words) words.setAttribute('role', 'status');
    let waiting = null;  // the form that was sent before the number was found
    let state = 'idle';
    const end = (found) => {
      state = found === null ? 'failed' : 'done';
      if (found !== null) number.value = found;
      say(found === null ? 'Un code vous sera envoyé par e-mail.' : 'Vérifié sur votre appareil.');
      waiting?.requestSubmit();
    };
    const begin = () => {
      if (state !== 'idle') return;
      state = 'busy';
      say('Vérification sur votre appareil…');
      try {
        const worker = new Worker(file);
        worker.onmessage = ({ data }) => { worker.terminate(); end(data); };
        worker.onerror = () => end(null);
        worker.postMessage({ salt: field('preuve_sel').value, digest: field('preuve_defi').value, most: Number(proof.dataset.proof) });
      } catch { end(null); }
    };
    const box = field('humain');
    say('La vérification se fait sur votre appareil.');
    if (box.checked) begin();
    box.addEventListener('change', () => { if (box.checked) begin(); });
    // Before app.js counts the form as sent.
    document.addEventListener('submit', (event) => {
      if (!event.target.contains(proof) || !box.checked || state === 'done' || state === 'failed') return;
      event.preventDefault();
      event.stopImmediatePropagation();
      waiting = event.target;
      begin();
    }, true);
  }
})();
