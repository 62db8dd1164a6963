#include "floor/documents/own_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include "floor/documents/descriptor.hpp"
#include "floor/documents/stored_files.hpp"

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

std::string bytes_of(const Store& store, const Document& document) {
  const Descriptor file(store.path_of(document.owner, document.sha256), O_RDONLY);
  return std::string(MappedFile(file.number()).bytes());
}

}  // namespace documents
