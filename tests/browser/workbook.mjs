// A spreadsheet (XLSX: a zip of XML parts) read and filled as a person would, its cells named as in Excel.
import { crc32 as zlibCrc, inflateRawSync } from 'node:zlib';

const endMark = 0x06054b50, entryMark = 0x02014b50, partMark = 0x04034b50;

// The parts of a workbook by name, unpacked.
export function parts(bytes) {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('no zip');
  const found = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; --left) {
    const [method, size, nameLength, extra, comment, start] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20),
      bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)];
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const packed = bytes.subarray(data, data + size);
    found.set(name, (method === 0 ? packed : inflateRawSync(packed)).toString('utf8'));
    at += 46 + nameLength + extra + comment;
  }
  return found;
}

function crc32(bytes) {
  if (zlibCrc) return zlibCrc(bytes);
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; ++bit) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

// The head of a part, as it stands before the part and, longer, in the list at the end.
function head(mark, name, data, listed = null) {
  const bytes = Buffer.alloc(listed === null ? 30 : 46);
  const shift = listed === null ? 0 : 2;
  bytes.writeUInt32LE(mark, 0);
  bytes.writeUInt16LE(20, 4 + shift);
  bytes.writeUInt32LE(crc32(data), 14 + shift);
  bytes.writeUInt32LE(data.length, 18 + shift);
  bytes.writeUInt32LE(data.length, 22 + shift);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  if (listed !== null) bytes.writeUInt32LE(listed, 42);
  return Buffer.concat([bytes, Buffer.from(name)]);
}

function packed(all) {
  const body = [], list = [];
  let at = 0;
  for (const [name, text] of all) {
    const data = Buffer.from(text);
    list.push(head(entryMark, name, data, at));
    body.push(head(partMark, name, data), data);
    at += 30 + Buffer.byteLength(name) + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(endMark, 0);
  end.writeUInt16LE(all.size, 8);
  end.writeUInt16LE(all.size, 10);
  end.writeUInt32LE(list.reduce((sum, each) => sum + each.length, 0), 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...body, ...list, end]);
}

const escaped = (text) => String(text).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const place = (name) => [...name.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

// The workbook with these cells of its first sheet written: { H2: 'Refus', I3: 40000 }.
export function filled(bytes, cells) {
  const all = parts(bytes);
  const sheet = 'xl/worksheets/sheet1.xml';
  let xml = all.get(sheet);
  for (const [name, value] of Object.entries(cells)) {
    const number = name.replace(/\D/g, '');
    if (!new RegExp(`<row [^>]*r="${number}"`).test(xml)) xml = xml.replace(/<\/sheetData>|<sheetData\/>/, (end) =>
      `${end === '</sheetData>' ? '' : '<sheetData>'}<row r="${number}"></row></sheetData>`);
    xml = xml.replace(new RegExp(`(<row [^>]*r="${number}"[^>]*?)(?:/>|>(.*?)</row>)`, 's'), (_, start, inside = '') => {
      const kept = inside.match(/<c [^>]*?(?:\/>|>.*?<\/c>)/gs) ?? [];
      const others = kept.filter((cell) => cell.match(/ r="([A-Z]+\d+)"/)[1] !== name);
      others.push(typeof value === 'number' ? `<c r="${name}"><v>${value}</v></c>`
        : `<c r="${name}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`);
      others.sort((a, b) => place(a.match(/ r="([A-Z]+\d+)"/)[1]) - place(b.match(/ r="([A-Z]+\d+)"/)[1]));
      return `${start}>${others.join('')}</row>`;
    });
  }
  all.set(sheet, xml);
  return packed(all);
}
