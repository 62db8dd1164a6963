#include "floor/papers/pdf_a.hpp"

#define POINTERHOLDER_TRANSITION 4  // only std::shared_ptr; the header warns until one chooses
#include <fmt/format.h>
#include <lcms2.h>

#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFWriter.hh>
#include <stdexcept>

#include "floor/papers/seal.hpp"
#include "web/html/escape.hpp"

namespace papers {
namespace {

constexpr std::string_view invoice_filename = "factur-x.xml";  // the standard's
constexpr const char* colours = "sRGB IEC61966-2.1";

base::Instant whole_seconds(base::Instant at) { return {at.micros / 1'000'000 * 1'000'000}; }

std::string escaped(std::string_view text) {
  std::string safe;
  web::html::append_escaped(safe, text);
  return safe;
}

std::string pdf_date(base::Instant at) {
  std::string text = "D:";
  for (const char c : base::iso_utc(whole_seconds(at)))
    if (c >= '0' && c <= '9') text += c;
  return text + "Z";
}

// The schema that the standard wants declared beside its four values (Factur-X 1.07, § 6.2.3).
constexpr std::string_view invoice_words = R"(
  <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
   <fx:DocumentType>INVOICE</fx:DocumentType>
   <fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
   <fx:Version>1.0</fx:Version>
   <fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
  </rdf:Description>
  <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
    xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
   <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
    <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
    <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
    <pdfaSchema:prefix>fx</pdfaSchema:prefix>
    <pdfaSchema:property><rdf:Seq>{}
    </rdf:Seq></pdfaSchema:property>
   </rdf:li></rdf:Bag></pdfaExtension:schemas>
  </rdf:Description>)";

std::string property(std::string_view name, std::string_view description) {
  return fmt::format(R"(
     <rdf:li rdf:parseType="Resource"><pdfaProperty:name>{}</pdfaProperty:name>)"
                     R"(<pdfaProperty:valueType>Text</pdfaProperty:valueType>)"
                     R"(<pdfaProperty:category>external</pdfaProperty:category>)"
                     R"(<pdfaProperty:description>{}</pdfaProperty:description></rdf:li>)",
                     name, description);
}

std::string invoice_metadata() {
  return fmt::format(fmt::runtime(invoice_words),
                     property("DocumentFileName", "The name of the embedded XML document") +
                         property("DocumentType", "The type of the hybrid document in capital letters") +
                         property("Version", "The version of the standard applying to the embedded XML document") +
                         property("ConformanceLevel", "The conformance level of the embedded XML document"));
}

std::string metadata(const Archived& about, const std::string& producer) {
  const auto alternative = [](std::string_view name, const std::string& text) {
    return fmt::format("<dc:{0}><rdf:Alt><rdf:li xml:lang=\"x-default\">{1}</rdf:li></rdf:Alt></dc:{0}>", name,
                       escaped(text));
  };
  return fmt::format(
      "<?xpacket begin=\"\xEF\xBB\xBF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
      "  <rdf:Description rdf:about=\"\" xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">"
      "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance></rdf:Description>\n"
      "  <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">{}"
      "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>{}</rdf:Description>\n"
      "  <rdf:Description rdf:about=\"\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" "
      "xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\"><xmp:CreateDate>{}</xmp:CreateDate>"
      "<pdf:Producer>{}</pdf:Producer></rdf:Description>{}\n"
      " </rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"w\"?>",
      alternative("title", about.title), escaped(about.author), alternative("description", about.subject),
      base::iso_utc(whole_seconds(about.made)), escaped(producer), invoice_metadata());
}

void set_colours(QPDF& document) {
  auto profile = QPDFObjectHandle::newStream(&document, srgb_profile());
  profile.getDict().replaceKey("/N", QPDFObjectHandle::newInteger(3));
  auto intent = QPDFObjectHandle::newDictionary();
  intent.replaceKey("/Type", QPDFObjectHandle::newName("/OutputIntent"));
  intent.replaceKey("/S", QPDFObjectHandle::newName("/GTS_PDFA1"));
  intent.replaceKey("/OutputConditionIdentifier", QPDFObjectHandle::newString(colours));
  intent.replaceKey("/Info", QPDFObjectHandle::newString(colours));
  intent.replaceKey("/RegistryName", QPDFObjectHandle::newString("http://www.color.org"));
  intent.replaceKey("/DestOutputProfile", profile);
  auto intents = QPDFObjectHandle::newArray();
  intents.appendItem(document.makeIndirectObject(intent));
  document.getRoot().replaceKey("/OutputIntents", intents);
}

// The file's own words and the metadata must agree to the letter.
void set_metadata(QPDF& document, const Archived& about) {
  constexpr const char* producer = "Mandat, cairo, qpdf";
  auto info = QPDFObjectHandle::newDictionary();
  info.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(about.title));
  info.replaceKey("/Author", QPDFObjectHandle::newUnicodeString(about.author));
  info.replaceKey("/Subject", QPDFObjectHandle::newUnicodeString(about.subject));
  info.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdf_date(about.made)));
  info.replaceKey("/Producer", QPDFObjectHandle::newString(producer));
  document.getTrailer().replaceKey("/Info", document.makeIndirectObject(info));
  auto words = QPDFObjectHandle::newStream(&document, metadata(about, producer));
  words.getDict().replaceKey("/Type", QPDFObjectHandle::newName("/Metadata"));
  words.getDict().replaceKey("/Subtype", QPDFObjectHandle::newName("/XML"));
  words.setFilterOnWrite(false);  // readable without a PDF reader
  document.getRoot().replaceKey("/Metadata", words);
}

}  // namespace

std::string srgb_profile() {
  struct Close {
    void operator()(void* profile) const { ::cmsCloseProfile(profile); }
  };
  const std::unique_ptr<void, Close> profile(::cmsCreate_sRGBProfile());
  if (!profile) throw std::runtime_error("no sRGB profile could be made");
  ::cmsSetProfileVersion(profile.get(), 2.4);
  cmsUInt32Number size = 0;
  if (!::cmsSaveProfileToMem(profile.get(), nullptr, &size)) throw std::runtime_error("the sRGB profile has no size");
  std::string bytes(size, '\0');
  if (!::cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) throw std::runtime_error("no sRGB profile was saved");
  // The day it was made is nobody's concern, and would make two equal papers differ.
  constexpr std::size_t made_at = 24, made_bytes = 12;
  constexpr std::string_view a_day("\x07\xEA\0\x01\0\x01\0\0\0\0\0\0", made_bytes);  // 1 January 2026
  bytes.replace(made_at, made_bytes, a_day);
  return bytes;
}

std::string as_hybrid_invoice(std::string_view pdf, const std::string& xml, const Archived& about) {
  const std::string whole = attach_file(pdf, {.filename = std::string(invoice_filename),
                                              .media_type = "text/xml",
                                              .description = "Facture électronique Factur-X",
                                              .bytes = xml,
                                              .relation = Attachment::Relation::data,
                                              .at = about.made});
  QPDF document;
  document.setSuppressWarnings(true);
  document.processMemoryFile("invoice", whole.data(), whole.size());
  set_colours(document);
  set_metadata(document, about);
  QPDFWriter writer(document);
  writer.setOutputMemory();
  writer.setNewlineBeforeEndstream(true);
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace papers
