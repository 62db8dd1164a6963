#include "floor/payments/bank_file_upload.hpp"

#include <fcntl.h>

#include "base/text.hpp"
#include "floor/documents/confined_job.hpp"
#include "floor/documents/descriptor.hpp"
#include "floor/payments/bank_file_rules.hpp"
#include "web/crypto.hpp"

namespace payments {
namespace {

base::Outcome<BankFile> read_confined(int source) {
  const auto answer = documents::answer_of(documents::Job::read_bank_file, source);
  switch (answer.verdict) {
    case documents::Verdict::sound:
      return decode(answer.bytes);
    case documents::Verdict::damaged:  // ended by its bounds of memory or time, or by a signal
      return not_xml;
    case documents::Verdict::too_large:
      return too_many_lines;
    case documents::Verdict::encrypted:
    case documents::Verdict::active:
    case documents::Verdict::too_many_pixels:
    case documents::Verdict::store_full:
    case documents::Verdict::not_checked:
      break;
  }
  return file_not_read;
}

}  // namespace

base::Outcome<Upload> read_upload(const web::UploadedFile& file) {
  const auto beside = [&](base::Refusal refusal) {
    refusal.field = file.field;
    return refusal;
  };
  switch (file_size(file.size)) {
    case FileSize::empty:
      return beside({file_missing});
    case FileSize::too_large:
      return beside({file_too_large});
    case FileSize::fits:
      break;
  }
  const documents::Descriptor source(file.path, O_RDONLY);
  auto read = read_confined(source.number());
  if (!read) return beside(read.refusal());
  Upload upload{.file = *std::move(read),
                .bytes = std::string(documents::MappedFile(source.number()).bytes()),
                .sha256 = {},
                .filename = file.filename};
  // The child may have been turned by what it read: the text that is kept is looked at here too.
  if (!base::valid_utf8(upload.bytes) || upload.bytes.find('\0') != std::string::npos) return beside({not_xml});
  upload.sha256 = web::hex(web::sha256(upload.bytes));
  return upload;
}

}  // namespace payments
