#include "floor/documents/own_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <system_error>

#include "floor/documents/descriptor.hpp"
#include "floor/documents/durable_file.hpp"
#include "floor/documents/stored_files.hpp"
#include "web/crypto.hpp"

namespace documents {

base::Outcome<Prepared> keep_own_pdf(Store& store, identity::OrganisationId owner, std::string_view pdf,
                                     std::string filename) {
  web::UploadedFile file;  // removes the passing file when it goes
  file.field = "file";
  file.filename = std::move(filename);
  file.content_type = "application/pdf";
  std::string path = (store.root() / passing_folder / "own-XXXXXX").string();
  const Descriptor passing(::mkostemp(path.data(), O_CLOEXEC));
  if (passing.number() < 0) throw_errno(path);
  file.path = path;
  write_all(passing.number(), pdf);
  file.size = pdf.size();
  return store.prepare(owner, file, Accept::pdf);
}

base::Outcome<Prepared> keep_own_workbook(const Store& store, identity::OrganisationId owner, std::string_view xlsx,
                                          std::string_view filename) {
  Prepared kept{.sha256 = web::hex(web::sha256(xlsx)),
                .type = MediaType::xlsx,
                .size = xlsx.size(),
                .filename = shown_filename(filename, MediaType::xlsx),
                .has_thumbnail = false};
  try {
    TemporaryFile content(store.root() / passing_folder);
    write_all(content.descriptor(), xlsx);
    Folder folder(store.root(), folder_of({owner, kept.sha256}));
    folder.lock_for_publishing();
    folder.publish(content, kept.sha256);
    folder.sync();
  } catch (const std::system_error& failure) {
    if (is_full(failure)) return base::Refusal{store_full, "file", {"«\u00A0" + kept.filename + "\u00A0»"}};
    throw;
  }
  return kept;
}

std::string bytes_of(const Store& store, const Document& document) {
  const Descriptor file(store.path_of(document.owner, document.sha256), O_RDONLY);
  return std::string(MappedFile(file.number()).bytes());
}

}  // namespace documents
