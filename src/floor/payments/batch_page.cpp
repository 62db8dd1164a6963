// GET /administration/paiements/remises/{}: a batch, its orders, its release by a second person, its file.
#include <algorithm>

#include "base/french.hpp"
#include "floor/audit/audit.hpp"
#include "floor/payments/order_store.hpp"
#include "floor/payments/pages.hpp"
#include "floor/payments/payment_view.hpp"
#include "floor/visit/page.hpp"
#include "web/html/elements.hpp"
#include "web/ui/card.hpp"
#include "web/ui/notice.hpp"
#include "web/ui/page_header.hpp"

namespace payments {
namespace {

namespace ui = web::ui;
using web::html::Markup;
using web::html::Url;

struct Read {
  Batch batch;
  AccountSetting account;
  std::vector<Order> orders;
  std::optional<KeptFile> file;
  identity::Names names, people;
};

std::optional<Read> read(visit::Visit& visit, BatchId id) {
  return visit.platform.database.read([&](db::Transaction& tx) -> std::optional<Read> {
    const auto batch = find(tx, id);
    if (!batch) return std::nullopt;
    auto orders = store::of_batch(tx, id);
    auto names = names_of(tx, orders);
    return Read{*batch,
                find(tx, batch->account).value(),
                std::move(orders),
                file_of(tx, id),
                std::move(names),
                identity::Names(tx, {}, {batch->prepared_by, batch->released_by})};
  });
}

base::Money total(const std::vector<Order>& orders) {
  base::Money sum;
  for (const Order& order : orders)
    if (order.state != State::cancelled) sum += order.amount;
  return sum;
}

Markup orders_part(const Read& found) {
  if (found.orders.empty())
    return ui::empty_state(
        {.icon = ui::Icon::cash, .title = "Aucun ordre", .text = "Plus aucun ordre n’est dans cette remise."});
  ui::Table table = orders_table("Ordres de la remise", found.orders, found.names);
  table.foot = {"Total", ui::Value(), ui::Value(), total(found.orders), ui::Value()};
  return ui::data_table(table);
}

Markup facts_card(const Read& found) {
  const Batch& batch = found.batch;
  std::vector<ui::Fact> facts{{"Préparée", ui::Value::two_lines(base::french::instant_medium(batch.prepared),
                                                                found.people.of(batch.prepared_by))}};
  if (batch.released)
    facts.push_back({"Libérée", ui::Value::two_lines(base::french::instant_medium(*batch.released),
                                                     found.people.of(batch.released_by))});
  facts.push_back(
      {"Notre compte", ui::Value::two_lines(iban_text(found.account.own.iban.text()), found.account.own.name)});
  if (found.account.own.creditor_id && batch.kind == Kind::direct_debit)
    facts.push_back({"ICS", found.account.own.creditor_id->text()});
  return ui::card({.title = "Remise", .icon = ui::Icon::info}, ui::facts(facts));
}

Markup file_card(const visit::Visit& visit, const Read& found) {
  if (!found.file) return {};
  Markup body = ui::facts({{"Format", found.file->message},
                           {"Identifiant", found.file->message_id},
                           {"Empreinte SHA-256", found.file->sha256}});
  if (may_act(visit))
    body += ui::actions_row({{.label = "Télécharger le fichier",
                              .url = Url::path("/administration/paiements/remises/{}/fichier", found.batch.id),
                              .look = ui::Look::primary,
                              .icon = ui::Icon::download}});
  return ui::card({.title = "Fichier pour la banque", .icon = ui::Icon::file}, body);
}

Markup release_card(const visit::Visit& visit, const Read& found) {
  if (found.batch.state != BatchState::prepared || !may_act(visit)) return {};
  std::vector<ui::Action> actions;
  const bool second = may_release(found.batch.prepared_by, visit.actor().account);
  const auto leaving = static_cast<std::size_t>(std::count_if(
      found.orders.begin(), found.orders.end(), [](const Order& order) { return order.state == State::batched; }));
  if (second && may_answer(visit))
    actions.push_back({.label = "Libérer la remise",
                       .url = Url::path("/administration/paiements/remises/{}/liberation", found.batch.id),
                       .look = ui::Look::primary,
                       .icon = ui::Icon::check,
                       .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                                        .question = "Libérer " + count_text(leaving) + " pour " +
                                                    base::french::euros(total(found.orders)) + "\u00a0?",
                                        .consequence = "Le fichier est fait une fois et ne change plus."}});
  actions.push_back({.label = "Dissoudre la remise",
                     .url = Url::path("/administration/paiements/remises/{}/dissolution", found.batch.id),
                     .look = ui::Look::danger,
                     .post = ui::Post{.csrf_token = visit::csrf_token(visit),
                                      .question = "Dissoudre cette remise\u00a0?",
                                      .consequence = "Ses ordres redeviennent prévus."}});
  const Markup words = second && may_answer(visit)
                           ? Markup()
                           : web::html::p(web::html::cls("quiet"),
                                          second ? "Un administrateur responsable peut la libérer."
                                                 : "Vous l’avez préparée : un second administrateur doit la libérer.");
  return ui::card({.title = "Libération", .icon = ui::Icon::shield}, words + ui::actions_row(actions));
}

Markup unknown_notice(const Read& found) {
  const bool lost = std::any_of(found.orders.begin(), found.orders.end(),
                                [](const Order& order) { return order.state == State::unknown; });
  if (!lost) return {};
  return ui::notice({.tone = ui::Tone::warn,
                     .title = "La banque n’a pas répondu pour une partie de la remise",
                     .text = "Vérifiez auprès d’elle, puis ouvrez chaque ordre pour constater son sort. Rien n’est "
                             "renvoyé automatiquement."});
}

web::Response answer(visit::Visit& visit, BatchId id, const base::Outcome<base::Done>& done, std::string sentence) {
  if (!done) return visit::refused(visit, done.refusals());
  return visit::see_other(visit, batch_url(id), {ui::Tone::good, std::move(sentence)});
}

}  // namespace

web::Response show_batch(visit::Visit& visit) {
  const auto found = read(visit, BatchId{visit.id()});
  if (!found) return visit::not_found(visit);
  const std::string title = batch_title(found->batch);
  const Markup acts = release_card(visit, *found) + file_card(visit, *found);
  const Markup known = facts_card(*found);
  std::vector<Markup> parts;
  if (Markup notice = unknown_notice(*found); !notice.empty()) parts.push_back(std::move(notice));
  parts.push_back(acts.empty() ? known : ui::two_columns(acts, known));
  parts.push_back(orders_part(*found));
  return visit::page(visit, {.title = title,
                             .body = ui::page_header({.title = title,
                                                      .crumbs = {{"Paiements", "/administration/paiements"}},
                                                      .status = badge(found->batch.state),
                                                      .status_detail = base::french::euros(total(found->orders))}) +
                                     ui::stack(parts),
                             .live = Url::path("/administration/paiements/remises/{}/direct", found->batch.id)});
}

web::Response post_release(visit::Visit& visit) {
  const BatchId id{visit.id()};
  return answer(visit, id, visit.platform.act(visit.author(), [&](platform::Act& act) { return release(act, id); }),
                "La remise est libérée : téléchargez le fichier et déposez-le à la banque.");
}

web::Response post_dissolution(visit::Visit& visit) {
  const BatchId id{visit.id()};
  return answer(visit, id, visit.platform.act(visit.author(), [&](platform::Act& act) { return dissolve(act, id); }),
                "La remise est dissoute : ses ordres sont de nouveau prévus.");
}

// Each download is a fact: who held the file that moves money.
web::Response get_batch_file(visit::Visit& visit) {
  const BatchId id{visit.id()};
  struct Fetched {
    KeptFile file;
    std::string content;
  };
  const auto fetched = visit.platform.act(visit.author(), [&](platform::Act& act) -> std::optional<Fetched> {
    auto file = file_of(act.tx, id);
    if (!file) return std::nullopt;
    audit::record(
        act, {"payments.file_fetched", ref_of(id), {{"batch", std::to_string(id.value)}, {"sha256", file->sha256}}});
    std::string content = content_of(act.tx, file->id);
    return Fetched{std::move(*file), std::move(content)};
  });
  if (!fetched) return visit::not_found(visit);
  web::Response response;
  response.body = fetched->content;
  response.header("Content-Type", "application/xml; charset=utf-8")
      .header("Content-Disposition", "attachment; filename=\"" + fetched->file.filename + "\"")
      .header("X-Content-Type-Options", "nosniff")
      .header("Cache-Control", "private, no-store");
  return response;
}

}  // namespace payments
