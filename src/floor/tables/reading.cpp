#include "floor/tables/reading.hpp"

#include <fcntl.h>

#include "floor/documents/confined_job.hpp"
#include "floor/documents/descriptor.hpp"
#include "floor/tables/csv_reader.hpp"
#include "floor/tables/grid_codec.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/tables/table_rules.hpp"

namespace tables {
namespace {

constexpr std::string_view zip_mark = "PK\x03\x04";
constexpr std::string_view compound_mark = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";  // old Excel, or an encrypted workbook

base::Outcome<Grid> read_workbook(int source) {
  const auto answer = documents::answer_of(documents::Job::read_workbook, source);
  switch (answer.verdict) {
    case documents::Verdict::sound:
      return decode(answer.bytes);
    case documents::Verdict::too_large:
      return too_many_cells;
    case documents::Verdict::damaged:
      return damaged_workbook;  // ended by its bounds of memory or time, or by a signal
    case documents::Verdict::encrypted:
    case documents::Verdict::active:
    case documents::Verdict::too_many_pixels:
    case documents::Verdict::store_full:
    case documents::Verdict::not_checked:
      break;
  }
  return not_read;
}

base::Outcome<Grid> read(const documents::Descriptor& source) {
  const documents::MappedFile file(source.number());
  const std::string_view bytes = file.bytes();
  if (static_cast<std::int64_t>(bytes.size()) > most_file_bytes.value()) return table_too_large;
  if (bytes.starts_with(compound_mark)) return old_workbook;
  if (bytes.starts_with(zip_mark)) return read_workbook(source.number());
  return read_csv(bytes);
}

base::Outcome<Grid> beside(base::Outcome<Grid> outcome, std::string_view field) {
  if (outcome) return outcome;
  base::Refusal refusal = outcome.refusal();
  refusal.field = field;
  return refusal;
}

}  // namespace

base::Outcome<Grid> read_upload(const web::UploadedFile& file) {
  return beside(read(documents::Descriptor(file.path, O_RDONLY)), file.field);
}

base::Outcome<Grid> read_paste(std::string_view text, std::string_view field) { return beside(read_csv(text), field); }

}  // namespace tables
