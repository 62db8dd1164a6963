#include "app/wiring.hpp"

#include <span>

#include "app/demo/demo_routes.hpp"
#include "desks/credit/acceptance/sentences.hpp"
#include "desks/credit/calc/sentences.hpp"
#include "desks/credit/calculators/routes.hpp"
#include "desks/credit/client_desk.hpp"
#include "desks/credit/contracting.hpp"
#include "desks/credit/desk.hpp"
#include "desks/motor/desk.hpp"
#include "desks/works/desk.hpp"
#include "floor/documents/documents.hpp"
#include "floor/gateways/routes.hpp"
#include "floor/identity/routes.hpp"
#include "floor/joining/routes.hpp"
#include "floor/members/invitation.hpp"
#include "floor/members/routes.hpp"
#include "floor/payments/payments.hpp"
#include "floor/payments/routes.hpp"
#include "floor/tables/refusals.hpp"
#include "floor/views/views.hpp"
#include "floor/visit/common_routes.hpp"
#include "floor/visit/floor_routes.hpp"

namespace app {
namespace {

template <class T, class Range>
void append(std::vector<T>& all, const Range& some) {
  all.insert(all.end(), some.begin(), some.end());
}

}  // namespace

// The order of the rail: desks first, then what is common.
Parts all_parts() {
  Parts parts;
  append(parts.routes, visit::common_routes());
  append(parts.routes, works::routes());
  append(parts.routes, credit::calculators::routes());
  append(parts.routes, motor::routes());
  append(parts.routes, credit::routes());
  append(parts.routes, credit::contract_routes());
  append(parts.routes, identity::routes());
  append(parts.routes, joining::routes());
  append(parts.routes, members::routes());
  append(parts.routes, visit::floor_routes());
  append(parts.routes, payments::routes());
  append(parts.routes, views::routes());
  append(parts.routes, gateways::routes());
  append(parts.routes, demo::routes());

  append(parts.site.nav, works::nav());
  append(parts.site.nav, motor::nav());
  append(parts.site.nav, credit::nav());
  append(parts.site.nav, visit::floor_nav());
  append(parts.site.nav, payments::nav());
  append(parts.site.nav, identity::nav());
  parts.site.phrases.add(visit::floor_sentences());
  parts.site.phrases.add(documents::sentences());
  parts.site.phrases.add(payments::sentences());
  parts.site.phrases.add(tables::sentences());
  parts.site.phrases.add(views::sentences());
  parts.site.phrases.add(works::sentences());
  parts.site.phrases.add(works::admission_sentences());
  parts.site.phrases.add(works::money_sentences());
  parts.site.phrases.add(works::discipline_sentences());
  parts.site.phrases.add(credit::acceptance::sentences());
  parts.site.phrases.add(credit::calc::sentences());
  parts.site.phrases.add(credit::calculators::sentences());
  parts.site.phrases.add(motor::sentences());
  parts.site.phrases.add(credit::sentences());
  parts.site.phrases.add(credit::client_sentences());
  parts.site.phrases.add(credit::contract_sentences());
  parts.site.phrases.add(identity::sentences());
  parts.site.phrases.add(joining::sentences());
  parts.site.phrases.add(members::sentences());
  append(parts.site.document_rules, works::document_rules());
  parts.site.document_rules.push_back(motor::document_rule());
  parts.site.document_rules.push_back(credit::contract_document_rule());
  append(parts.site.file_kinds, works::file_kinds());
  append(parts.site.file_kinds, payments::file_kinds());
  parts.site.file_kinds.push_back(motor::file_kind());
  parts.site.file_kinds.push_back(credit::file_kind());
  parts.site.watched_delays.push_back(works::watched_delays());
  append(parts.site.sms_templates, works::sms_texts());
  append(parts.site.sms_templates, credit::sms_texts());
  append(parts.site.search, works::search());
  append(parts.site.search, credit::search());
  append(parts.site.search, motor::search());
  append(parts.site.search, identity::search());
  for (const auto& [code, french] : visit::floor_words()) parts.site.words.emplace(code, french);
  for (const auto& [code, french] : payments::words()) parts.site.words.emplace(code, french);
  for (const auto& [code, french] : works::words()) parts.site.words.emplace(code, french);
  for (const auto& [code, french] : motor::words()) parts.site.words.emplace(code, french);
  for (const auto& [code, french] : credit::words()) parts.site.words.emplace(code, french);

  for (const auto& [code, french] : joining::words()) parts.site.words.emplace(code, french);

  append(parts.site.sign_ups, works::sign_ups());
  append(parts.site.sign_ups, motor::sign_ups());
  append(parts.site.sign_ups, credit::sign_ups());
  joining::register_delays(parts.deadlines, parts.site.sign_ups);
  members::register_delays(parts.deadlines);
  works::register_delays(parts.deadlines);
  motor::register_delays(parts.deadlines);
  credit::register_delays(parts.deadlines);
  credit::register_contract_delays(parts.deadlines);
  works::listen(parts.listeners);
  parts.chores = works::chores();

  payments::Listeners payment_listeners;  // each desk adds what it does when a payment of its own has news
  works::listen(payment_listeners);
  payments::register_delays(parts.deadlines, std::move(payment_listeners));
  return parts;
}

}  // namespace app
