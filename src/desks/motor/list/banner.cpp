#include "desks/motor/list/banner.hpp"

#include "desks/motor/document/paper.hpp"
#include "desks/motor/list/list_query.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/action.hpp"
#include "web/ui/notice.hpp"

namespace motor::list {

namespace html = web::html;

constexpr int most_news = 5;

Banner banner_of(db::Transaction& tx, const file::Scope& scope, identity::AccountId reader) {
  Banner banner;
  auto files = file::fresh_files(tx, scope, reader, most_news + 1);
  banner.more = files.size() > most_news;
  if (banner.more) files.pop_back();
  std::vector<FileId> ids;
  for (const auto& news : files) ids.push_back(news.id);
  const auto kinds = document::latest_posted(tx, ids);
  for (std::size_t i = 0; i < files.size(); ++i)
    banner.news.push_back({files[i].id, files[i].reference, std::string(document::title(kinds[i]))});
  return banner;
}

html::Markup banner_notice(const visit::Visit& visit, const Banner& banner) {
  if (banner.news.empty()) return {};
  const html::Markup lines = html::ul(
      html::cls("banner-news"), html::each(banner.news, [](const Banner::News& news) {
        return html::li(news.document, " · dossier ",
                        html::a(html::href(html::Url::path("/reparateurs/dossiers/{}", news.file)), news.reference));
      }));
  html::Markup acts = lines;
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
