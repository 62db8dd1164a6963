#define POINTERHOLDER_TRANSITION 4  // only std::shared_ptr; the header warns until one chooses

#include <fmt/format.h>

#include <memory>
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "support/files.hpp"

namespace support {
namespace {

std::vector<std::string> one_page(std::string_view catalog_entries, std::string_view text) {
  const std::string drawing = fmt::format("BT /F1 24 Tf 72 720 Td ({}) Tj ET", text);
  return {fmt::format("<< /Type /Catalog /Pages 2 0 R {} >>", catalog_entries),
          "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
          "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 << /Type "
          "/Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
          fmt::format("<< /Length {} >>\nstream\n{}\nendstream", drawing.size(), drawing)};
}

}  // namespace

// ISO 32000-2 § 7.5: the objects, and the table of where each begins.
std::string pdf_of(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", objects.size() + 1);
  for (std::size_t i = 0; i < objects.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = pdf.size();
  return pdf + table +
         fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", objects.size() + 1, start);
}

std::string sample_pdf(std::string_view text) { return pdf_of(one_page("", text)); }

std::string pdf_with(std::string_view catalog_entries, const std::vector<std::string>& objects) {
  auto all = one_page(catalog_entries, "Devis");
  all.insert(all.end(), objects.begin(), objects.end());
  return pdf_of(all);
}

std::string encrypted_pdf(const std::string& password_to_open) {
  const std::string plain = sample_pdf();
  QPDF pdf;
  pdf.processMemoryFile("plain", plain.data(), plain.size());
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setR6EncryptionParameters(password_to_open.c_str(), "owner", true, false, false, false, false, false,
                                   qpdf_r3p_none, true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace support
