#include "app/demo/papers.hpp"

#define POINTERHOLDER_TRANSITION 4  // qpdf: std::shared_ptr throughout

#include <fmt/format.h>
#include <gd.h>

#include <fstream>
#include <memory>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>

#include "base/assert.hpp"

namespace app::demo {
namespace {

web::UploadedFile uploaded(const std::filesystem::path& folder, const std::string& filename) {
  web::UploadedFile file;
  file.field = "file";
  file.filename = filename;
  file.path = folder / ("demo-" + filename);
  return file;
}

// Latin-1 within a PDF string: what the standard Helvetica can draw.
std::string pdf_text(std::string_view utf8) {
  std::string text;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte == '(' || byte == ')' || byte == '\\') text += '\\';
    if (byte < 0x80)
      text += static_cast<char>(byte);
    else if ((byte == 0xC2 || byte == 0xC3) && i + 1 < utf8.size())
      text += static_cast<char>((byte == 0xC3 ? 0x40 : 0) + static_cast<unsigned char>(utf8[++i]));
  }
  return text;
}

struct ImageEnd {
  void operator()(gdImage* image) const { gdImageDestroy(image); }
};

}  // namespace

web::UploadedFile pdf(const std::filesystem::path& folder, const std::string& filename,
                      const std::vector<std::string>& lines) {
  std::string content = "BT /F1 12 Tf 60 780 Td 18 TL\n";
  for (const auto& line : lines) content += "(" + pdf_text(line) + ") Tj T*\n";
  content += "ET\n";
  QPDF document;
  document.emptyPDF();
  auto font = document.makeIndirectObject(
      QPDFObjectHandle::parse("<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>>"));
  auto page = document.makeIndirectObject(QPDFObjectHandle::parse("<</Type /Page /MediaBox [0 0 595 842]>>"));
  auto resources = QPDFObjectHandle::parse("<</Font <<>> >>");
  resources.getKey("/Font").replaceKey("/F1", font);
  page.replaceKey("/Resources", resources);
  page.replaceKey("/Contents", QPDFObjectHandle::newStream(&document, content));
  document.addPage(page, false);
  auto file = uploaded(folder, filename);
  QPDFWriter writer(document, file.path.c_str());
  writer.setDeterministicID(true);
  writer.write();
  file.size = std::filesystem::file_size(file.path);
  return file;
}

web::UploadedFile photo(const std::filesystem::path& folder, const std::string& filename, unsigned seed) {
  constexpr int width = 960;
  constexpr int height = 720;
  const std::unique_ptr<gdImage, ImageEnd> image(gdImageCreateTrueColor(width, height));
  MANDAT_ASSERT(image);
  const auto shade = [&](int base, int spread) { return base + static_cast<int>(seed * 37 % 100) * spread / 100; };
  for (int y = 0; y < height; ++y)
    gdImageLine(image.get(), 0, y, width, y,
                gdTrueColor(shade(196, 24) - y / 24, shade(190, 20) - y / 24, 178 - y / 22));
  // A stain that spreads from the ceiling, and the skirting board under it.
  const int x = 200 + static_cast<int>(seed * 131 % 500);
  for (int ring = 9; ring > 0; --ring)
    gdImageFilledEllipse(image.get(), x, 120, ring * 46, ring * 34,
                         gdTrueColor(150 + ring * 4, 128 + ring * 5, 92 + ring * 7));
  gdImageFilledRectangle(image.get(), 0, height - 90, width, height - 70, gdTrueColor(236, 232, 222));
  gdImageFilledRectangle(image.get(), 0, height - 70, width, height, gdTrueColor(142, 104, 70));
  auto file = uploaded(folder, filename);
  int size = 0;
  const std::unique_ptr<void, decltype(&gdFree)> bytes(gdImageJpegPtr(image.get(), &size, 82), gdFree);
  std::ofstream(file.path, std::ios::binary).write(static_cast<const char*>(bytes.get()), size);
  file.size = static_cast<std::uint64_t>(size);
  return file;
}

}  // namespace app::demo
