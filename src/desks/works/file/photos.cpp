// The photos and papers of a claim, as its file page and its firm's page show them.
#include "base/french.hpp"
#include "desks/works/file/document_words.hpp"
#include "web/ui/card.hpp"
#include "web/ui/thumbnails.hpp"

namespace works::file {
namespace {

using documents::Document;
using web::html::Markup;
using web::html::Url;

// Photos of one kind, numbered in the order they came.
Markup group(std::string_view title, std::string_view kind, const std::vector<Document>& all) {
  std::vector<web::ui::Thumbnail> pictures;
  for (const auto& document : all)
    if (document.kind == kind && shown_as_picture(document))
      pictures.push_back({Url::path("/documents/{}/vignette", document.id), Url::path("/documents/{}", document.id),
                          std::string(document_label(kind)) + " " + std::to_string(pictures.size() + 1)});
  return web::ui::thumbnails(title, pictures);
}

}  // namespace

bool shown_as_picture(const Document& document) {
  const bool photo = document.kind == "photo" || document.kind == "before_photo" || document.kind == "after_photo";
  return photo && document.has_thumbnail;
}

Markup photo_groups(const std::vector<Document>& all) {
  return group("Photos du sinistre", "photo", all) + group("Avant travaux", "before_photo", all) +
         group("Après travaux", "after_photo", all);
}

Markup document_lines(const std::vector<Document>& all, std::string_view when_none) {
  std::vector<web::ui::Line> lines;
  for (const auto& document : all)
    if (!shown_as_picture(document))
      lines.push_back(
          {web::ui::Value::link(Url::path("/documents/{}", document.id), document.filename),
           std::string(document_label(document.kind)) + " · " + base::french::instant_medium(document.received)});
  const auto photos = photo_groups(all);
  return lines.empty() && !photos.empty() ? photos : photos + web::ui::lines(lines, when_none);
}

}  // namespace works::file
