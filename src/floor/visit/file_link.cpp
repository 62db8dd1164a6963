#include "floor/visit/file_link.hpp"

#include "floor/visit/site.hpp"

namespace visit {

std::optional<web::html::Url> file_url(const Visit& visit, const platform::FileRef& file) {
  const FileKind* kind = visit.site.file_kind(file.kind);
  if (kind == nullptr || !visit.session) return std::nullopt;
  if (!kind->readers.empty() && !kind->readers.meets(visit.actor().kinds)) return std::nullopt;
  return kind->url(file.id, visit.actor());
}

web::ui::Value file_link(const Visit& visit, const platform::FileRef& file) {
  const auto url = file_url(visit, file);
  return url ? web::ui::Value::link(*url, "Ouvrir le dossier") : web::ui::Value();
}

std::vector<bool> may_still_read(db::Transaction& tx, const Visit& visit, const std::vector<Written>& written) {
  std::vector<bool> readable(written.size(), true);
  for (const FileKind& kind : visit.site.file_kinds) {
    if (kind.may_read == nullptr) continue;
    std::vector<Written> asked;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < written.size(); ++i) {
      if (written[i].file.kind != kind.kind) continue;
      asked.push_back(written[i]);
      places.push_back(i);
    }
    if (asked.empty()) continue;
    const auto answers = kind.may_read(tx, asked, visit.actor());
    for (std::size_t i = 0; i < places.size(); ++i) readable[places[i]] = answers.at(i);
  }
  return readable;
}

std::string to_text(const platform::FileRef& file) { return file.kind + "-" + std::to_string(file.id); }

std::optional<platform::FileRef> file_from_text(std::string_view text) {
  const auto dash = text.rfind('-');
  if (dash == std::string_view::npos || dash == 0) return std::nullopt;
  const std::int64_t id = id_from_text(text.substr(dash + 1));
  if (id == 0) return std::nullopt;
  return platform::FileRef{std::string(text.substr(0, dash)), id};
}

}  // namespace visit
