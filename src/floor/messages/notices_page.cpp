// What happened to the files of the actor's organisation, as notices in its portal (P5.notice).
#include "floor/live/live.hpp"
#include "floor/messages/messages.hpp"
#include "floor/messages/pages.hpp"
#include "floor/visit/file_link.hpp"
#include "floor/visit/page.hpp"
#include "web/ui/page_header.hpp"
#include "web/ui/table.hpp"

namespace messages {
namespace {

namespace ui = web::ui;
using web::html::Url;

constexpr int page_size = 25;
constexpr std::string_view standing_field = "etat";  // what the page was drawn from (P15)

struct Read {
  std::vector<Message> notices;
  bool more = false;
  int unread = 0;
  std::string standing = {};
};

Listed asked_by(const visit::Visit& visit) {
  return {.organisation = visit.actor().organisation,
          .channel = Channel::notice,
          .before = visit::typed_id<MessageId>(visit.request.query.get("avant")),
          .limit = page_size + 1};
}

Url listed_url(Url url, MessageId before) { return before ? url.query("avant", before) : url; }

Read read(const visit::Visit& visit, const Listed& listed) {
  return visit.platform.database.read([&](db::Transaction& tx) {
    Read found{.notices = list(tx, listed), .unread = unread_notices(tx, listed.organisation, 1)};
    found.standing = standing(found.notices, 0);
    found.more = found.notices.size() > page_size;
    if (found.more) found.notices.pop_back();
    std::vector<visit::Written> written;
    for (const Message& notice : found.notices) written.push_back({notice.file, notice.created});
    const auto readable = visit::may_still_read(tx, visit, written);
    for (std::size_t i = 0; i < readable.size(); ++i)
      if (!readable[i]) found.notices[i].body = "Le dossier n’est plus confié à votre entreprise.";
    return found;
  });
}

ui::Row row_of(const visit::Visit& visit, const Message& notice) {
  return {.url = visit::file_url(visit, notice.file),
          .cells = {ui::Value::two_lines(notice.subject, notice.body), notice.created,
                    notice.read ? ui::Value(ui::Badge{"vue", ui::Tone::mute, ui::Icon::check})
                                : ui::Value(ui::Badge{"nouvelle", ui::Tone::info, ui::Icon::circle_dot})},
          .fresh = !notice.read};
}

web::html::Markup table_of(const visit::Visit& visit, const Read& found) {
  ui::Table table{.caption = "Notifications",
                  .columns = {{.label = "Notification"}, {.label = "Reçue le"}, {.label = "État"}},
                  .rows = {}};
  for (const Message& notice : found.notices) table.rows.push_back(row_of(visit, notice));
  return ui::data_table(table);
}

ui::PageHeader header_of(const visit::Visit& visit, const Read& found) {
  ui::PageHeader header{.title = "Notifications",
                        .lead = "Ce qui change dans vos dossiers. Toute votre organisation voit la même liste."};
  header.others = {{.label = "Choisir mes e-mails",
                    .url = "/parametres/notifications",
                    .look = ui::Look::quiet,
                    .icon = ui::Icon::mail},
                   {.label = "Échéances dans mon agenda",
                    .url = "/parametres/agenda",
                    .look = ui::Look::quiet,
                    .icon = ui::Icon::calendar}};
  if (found.unread > 0)
    header.primary = ui::Action{.label = "Tout marquer comme vu",
                                .url = "/notifications/lues",
                                .icon = ui::Icon::check,
                                .post = ui::Post{.csrf_token = visit::csrf_token(visit)}};
  return header;
}

}  // namespace

web::Response show_notices(visit::Visit& visit) {
  const Listed listed = asked_by(visit);
  const Read found = read(visit, listed);
  auto body = ui::page_header(header_of(visit, found));
  if (found.notices.empty()) {
    body +=
        ui::empty_state({.icon = ui::Icon::bell,
                         .title = "Aucune notification",
                         .text = "Une demande acceptée, un devis reçu, un délai qui se termine : vous le lirez ici."});
  } else {
    body += table_of(visit, found);
    ui::Pager pager{};
    if (listed.before) pager.previous = Url("/notifications");
    if (found.more) pager.next = listed_url("/notifications", found.notices.back().id);
    body += ui::pager(pager);
  }
  const Url live = listed_url("/notifications/direct", listed.before).query(standing_field, found.standing);
  return visit::page(visit, {.title = "Notifications", .body = std::move(body), .live = live});
}

web::Response notices_changes(visit::Visit& visit) {
  return live::answer_if(visit, [&](db::Transaction& tx) {
    return standing(list(tx, asked_by(visit)), 0) != visit.request.query.get(standing_field);
  });
}

web::Response post_notices_read(visit::Visit& visit) {
  visit.platform.act(visit.author(), [&](platform::Act& act) { mark_notices_read(act, visit.actor().organisation); });
  return visit::see_other(visit, "/notifications",
                          {ui::Tone::good, "Toutes les notifications sont marquées comme vues."});
}

}  // namespace messages
