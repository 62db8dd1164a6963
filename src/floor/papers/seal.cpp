#include "floor/papers/seal.hpp"

#define POINTERHOLDER_TRANSITION 4  // only std::shared_ptr; the header warns until one chooses
#include <fmt/format.h>

#include <algorithm>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFAcroFormDocumentHelper.hh>
#include <qpdf/QPDFEFStreamObjectHelper.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFFileSpecObjectHelper.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

#include "floor/papers/signature.hpp"
#include "web/crypto.hpp"

namespace papers {
namespace {

// D:20261121091200+01'00' in Paris would need its offset: UTC says the same.
std::string pdf_date(base::Instant at) {
  std::string text = "D:";
  for (const char c : base::iso_utc({at.micros / 1'000'000 * 1'000'000}))
    if (c >= '0' && c <= '9') text += c;
  return text + "Z";
}

std::shared_ptr<QPDF> opened(std::string_view pdf) {
  auto document = std::make_shared<QPDF>();
  document->setSuppressWarnings(true);
  document->processMemoryFile("document", pdf.data(), pdf.size());
  return document;
}

std::string written(QPDF& document) {
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setObjectStreamMode(qpdf_o_disable);  // the signature's place is found in the bytes
  writer.setNewlineBeforeEndstream(true);
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

QPDFObjectHandle text(const std::string& utf8) { return QPDFObjectHandle::newUnicodeString(utf8); }

// Numbers as wide as any file: they are overwritten where they stand.
constexpr std::string_view range_place = "[ 0 9999999999 9999999999 9999999999 ]";

QPDFObjectHandle signature_of(QPDF& document, const Seal& seal) {
  auto signature = QPDFObjectHandle::newDictionary();
  signature.replaceKey("/Type", QPDFObjectHandle::newName("/Sig"));
  signature.replaceKey("/Filter", QPDFObjectHandle::newName("/Adobe.PPKLite"));
  signature.replaceKey("/SubFilter", QPDFObjectHandle::newName("/ETSI.CAdES.detached"));
  signature.replaceKey("/ByteRange", QPDFObjectHandle::parse(std::string(range_place)));
  signature.replaceKey("/Contents", QPDFObjectHandle::newString(std::string(most_signature_bytes, '\0')));
  signature.replaceKey("/M", QPDFObjectHandle::newString(pdf_date(seal.at)));
  signature.replaceKey("/Name", text(seal.name));
  signature.replaceKey("/Reason", text(seal.reason));
  if (!seal.location.empty()) signature.replaceKey("/Location", text(seal.location));
  return document.makeIndirectObject(signature);
}

// A field without a face on the first page.
void add_field(QPDF& document, const QPDFObjectHandle& signature) {
  auto page = QPDFPageDocumentHelper(document).getAllPages().at(0).getObjectHandle();
  auto field = QPDFObjectHandle::newDictionary();
  field.replaceKey("/Type", QPDFObjectHandle::newName("/Annot"));
  field.replaceKey("/Subtype", QPDFObjectHandle::newName("/Widget"));
  field.replaceKey("/FT", QPDFObjectHandle::newName("/Sig"));
  field.replaceKey("/T", QPDFObjectHandle::newString("Scellement"));
  field.replaceKey("/Rect", QPDFObjectHandle::parse("[ 0 0 0 0 ]"));
  field.replaceKey("/F", QPDFObjectHandle::newInteger(132));  // print, locked
  field.replaceKey("/P", page);
  field.replaceKey("/V", signature);
  field = document.makeIndirectObject(field);
  auto annotations = page.getKey("/Annots");
  if (!annotations.isArray()) annotations = QPDFObjectHandle::newArray();
  annotations.appendItem(field);
  page.replaceKey("/Annots", annotations);
  auto form = QPDFObjectHandle::newDictionary();
  form.replaceKey("/SigFlags", QPDFObjectHandle::newInteger(3));  // signatures exist; append only
  auto fields = QPDFObjectHandle::newArray();
  fields.appendItem(field);
  form.replaceKey("/Fields", fields);
  document.getRoot().replaceKey("/AcroForm", document.makeIndirectObject(form));
}

std::size_t only(std::string_view bytes, std::string_view what) {
  const std::size_t at = bytes.find(what);
  if (at == std::string_view::npos || bytes.find(what, at + 1) != std::string_view::npos)
    throw std::runtime_error("the signature's place is not to be told in the PDF");
  return at;
}

void fill(std::string& bytes, const Seal& seal) {
  const std::string place = "<" + std::string(2 * most_signature_bytes, '0') + ">";
  const std::size_t begin = only(bytes, place), end = begin + place.size();
  std::string range = fmt::format("[ 0 {} {} {} ", begin, end, bytes.size() - end);
  range.resize(range_place.size() - 1, ' ');
  bytes.replace(only(bytes, range_place), range_place.size(), range + "]");
  const std::string covered = bytes.substr(0, begin) + bytes.substr(end);
  const std::string signature = sign_detached(covered, seal.key_pem, seal.certificate_pem);
  if (signature.size() > most_signature_bytes) throw std::runtime_error("the certificates are too long for a seal");
  const std::string digits = web::hex(signature);
  std::copy(digits.begin(), digits.end(), bytes.begin() + static_cast<std::ptrdiff_t>(begin) + 1);
}

std::string_view relation_name(Attachment::Relation relation) {
  switch (relation) {
    case Attachment::Relation::data:
      return "/Data";
    case Attachment::Relation::source:
      return "/Source";
    case Attachment::Relation::alternative:
      return "/Alternative";
    case Attachment::Relation::supplement:
      return "/Supplement";
  }
  return "/Unspecified";
}

}  // namespace

std::string seal(std::string_view pdf, const Seal& seal) {
  const auto document = opened(pdf);
  add_field(*document, signature_of(*document, seal));
  std::string bytes = written(*document);
  fill(bytes, seal);
  return bytes;
}

std::string attach_file(std::string_view pdf, const Attachment& attachment) {
  const auto document = opened(pdf);
  auto stream = QPDFEFStreamObjectHelper::createEFStream(*document, attachment.bytes);
  stream.setSubtype(attachment.media_type).setModDate(pdf_date(attachment.at)).setCreationDate(pdf_date(attachment.at));
  auto spec = QPDFFileSpecObjectHelper::createFileSpec(*document, attachment.filename, stream);
  spec.setDescription(attachment.description);
  auto handle = spec.getObjectHandle();
  handle.replaceKey("/AFRelationship", QPDFObjectHandle::newName(std::string(relation_name(attachment.relation))));
  QPDFEmbeddedFileDocumentHelper(*document).replaceEmbeddedFile(attachment.filename, spec);
  auto associated = document->getRoot().getKey("/AF");
  if (!associated.isArray()) associated = QPDFObjectHandle::newArray();
  associated.appendItem(handle);
  document->getRoot().replaceKey("/AF", associated);
  return written(*document);
}

}  // namespace papers
