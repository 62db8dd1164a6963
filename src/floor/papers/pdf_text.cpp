#include "floor/papers/pdf_text.hpp"

#include <fcntl.h>

#include "base/utf8.hpp"
#include "floor/documents/confined_job.hpp"
#include "floor/documents/descriptor.hpp"

namespace papers {

namespace {
constexpr std::size_t most_bytes = 256 * 1024;
}

std::string kept_text(std::string_view written) {
  std::string text;
  for (std::size_t at = 0; at < written.size();) {
    const auto point = base::decode_utf8(written, at);
    const bool line_end = point.value == '\n' || point.value == '\f';  // a form feed ends a page
    if (line_end)
      text += '\n';
    else if (point.valid && point.value >= 0x20 && !(point.value >= 0x7F && point.value < 0xA0))
      text.append(written, at, point.length);
    at += point.length;
    if (text.size() >= most_bytes) {
      const auto end = text.rfind('\n');
      text.resize(end == std::string::npos ? 0 : end + 1);
      break;
    }
  }
  return text;
}

std::optional<std::string> text_of_pdf(const std::filesystem::path& pdf) {
  const documents::Descriptor source(pdf, O_RDONLY);
  const auto answer = documents::answer_of(documents::Job::extract_text, source.number());
  switch (answer.verdict) {
    case documents::Verdict::sound:
      return kept_text(answer.bytes);
    case documents::Verdict::damaged:
    case documents::Verdict::encrypted:
    case documents::Verdict::active:
    case documents::Verdict::too_many_pixels:
    case documents::Verdict::too_large:
      return std::string();  // it has no text that could be read
    case documents::Verdict::store_full:
    case documents::Verdict::not_checked:
      break;
  }
  return std::nullopt;
}

}  // namespace papers
