#include "support/workbooks.hpp"

#include <minizip/zip.h>
#include <sys/mman.h>

#include "base/assert.hpp"
#include "floor/documents/descriptor.hpp"

namespace support {

std::string zip_of(const ZipParts& parts) {
  const documents::Descriptor file(::memfd_create("zip", MFD_CLOEXEC));
  const std::string path = "/proc/self/fd/" + std::to_string(file.number());
  zipFile zip = ::zipOpen64(path.c_str(), APPEND_STATUS_CREATE);
  MANDAT_ASSERT(zip != nullptr);
  for (const auto& [name, bytes] : parts) {
    zip_fileinfo about{};
    MANDAT_ASSERT(::zipOpenNewFileInZip64(zip, name.c_str(), &about, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                                          Z_DEFAULT_COMPRESSION, 1) == ZIP_OK);
    MANDAT_ASSERT(::zipWriteInFileInZip(zip, bytes.data(), static_cast<unsigned>(bytes.size())) == ZIP_OK);
    MANDAT_ASSERT(::zipCloseFileInZip(zip) == ZIP_OK);
  }
  MANDAT_ASSERT(::zipClose(zip, nullptr) == ZIP_OK);
  return std::string(documents::MappedFile(file.number()).bytes());
}

ZipParts workbook_parts(const Sheet& sheet) {
  const std::string relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string relations = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
  const auto points = [&](std::string_view id, std::string_view type, std::string_view target) {
    return "<Relationship Id='" + std::string(id) + "' Type='" + relation + "/" + std::string(type) + "' Target='" +
           std::string(target) + "'/>";
  };
  const std::string main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
  return {
      {"_rels/.rels", relations + points("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>"},
      {"xl/workbook.xml", "<workbook " + main + " xmlns:r='" + relation + "'><workbookPr " + sheet.book_settings +
                              "/><sheets><sheet name='Cachée' sheetId='1' state='hidden' r:id='rId9'/>"
                              "<sheet name='Acheteurs' sheetId='2' r:id='rId1'/></sheets></workbook>"},
      {"xl/_rels/workbook.xml.rels", relations + points("rId9", "worksheet", "worksheets/hidden.xml") +
                                         points("rId1", "worksheet", "/xl/worksheets/sheet2.xml") +
                                         points("rId2", "sharedStrings", "sharedStrings.xml") +
                                         points("rId3", "styles", "styles.xml") + "</Relationships>"},
      {"xl/sharedStrings.xml", "<sst " + main + ">" + sheet.strings + "</sst>"},
      {"xl/styles.xml", "<styleSheet " + main + ">" + sheet.styles + "</styleSheet>"},
      {"xl/worksheets/hidden.xml",
       "<worksheet " + main + "><sheetData><row><c><v>1</v></c></row></sheetData></worksheet>"},
      {"xl/worksheets/sheet2.xml", "<worksheet " + main + "><sheetData>" + sheet.rows + "</sheetData></worksheet>"},
  };
}

std::string workbook(const Sheet& sheet) { return zip_of(workbook_parts(sheet)); }

}  // namespace support
