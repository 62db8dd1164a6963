#include "desks/motor/list/banner.hpp"

#include <algorithm>

#include "desks/motor/document/paper.hpp"
#include "desks/motor/list/list_query.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/html/hole.hpp"
#include "web/ui/action.hpp"
#include "web/ui/notice.hpp"

namespace motor::list {

namespace html = web::html;

constexpr std::size_t most_told = 5;

Banner banner_of(const std::vector<file::Line>& news) {
  static_assert(most_told < file::most_news);
  Banner banner{.news = {}, .more = news.size() > most_told};
  for (std::size_t i = 0; i < std::min(news.size(), most_told); ++i) {
    const file::Listed& file = *news[i].file;
    const auto kind = document::kind_from_text(file.last_posted_kind).value_or(document::Kind::other);
    banner.news.push_back({file.id, file.reference, std::string(document::title(kind))});
  }
  return banner;
}

html::Markup banner_notice(const visit::Visit& visit, const Banner& banner) {
  if (banner.news.empty()) return {};
  static const html::Around line(html::li(html::hole(), " · dossier ", html::a(html::href_hole(), html::hole())));
  html::Markup told;
  for (const Banner::News& news : banner.news)
    line.add_to(told, {news.document, html::Url::path("/reparateurs/dossiers/{}", news.file), news.reference});
  html::Markup acts = html::ul(html::cls("banner-news"), told);
  if (banner.more)
    acts += html::p(html::a(html::href(html::Url("/reparateurs").query("documents", "nouveaux")),
                            "Voir tous les dossiers avec de nouveaux documents"));
  acts += html::p(html::cls("quiet"), "Masqués ici, ils restent dans vos ",
                  html::a(html::href(web::ui::notifications_url), "notifications"), ".");
  acts += web::ui::action_button({.label = "Masquer",
                                  .url = url_of(asked_of(visit), html::Url("/reparateurs/bandeau")),
                                  .look = web::ui::Look::quiet,
                                  .post = web::ui::Post{.csrf_token = visit::csrf_token(visit)}});
  const std::string title = banner.news.size() == 1 && !banner.more ? "Nouveau document" : "Nouveaux documents";
  return html::div(html::cls("motor-banner"), web::ui::notice({web::ui::Tone::warn, title}, acts));
}

}  // namespace motor::list
