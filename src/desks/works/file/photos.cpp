// The photos and papers of a claim, as its file page and its firm's page show them.
#include "base/french.hpp"
#include "desks/works/file/document_words.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/thumbnails.hpp"

namespace works::file {
namespace {

namespace html = web::html;
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

Markup line_of(const Document& document) {
  const Url full = Url::path("/documents/{}", document.id);
  const std::string what =
      std::string(document_label(document.kind)) + " · " + base::french::instant_medium(document.received);
  return html::li(
      html::when(document.has_thumbnail,
                 [&] { return web::ui::first_page(Url::path("/documents/{}/vignette", document.id), full); }),
      html::div(html::span(html::a(html::href(full), document.filename)), html::small(html::cls("quiet"), what)));
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
  Markup lines;
  for (const auto& document : all)
    if (!shown_as_picture(document)) lines += line_of(document);
  const auto photos = photo_groups(all);
  if (lines.empty()) return photos.empty() ? html::p(html::cls("quiet"), when_none) : photos;
  return photos + html::ul(html::cls("lines"), lines);
}

}  // namespace works::file
