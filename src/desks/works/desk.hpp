// All that desk works brings to the program: what src/app wires.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "floor/deadlines/deadlines.hpp"
#include "floor/messages/messages.hpp"
#include "floor/payments/payments.hpp"
#include "floor/visit/route.hpp"
#include "floor/visit/site.hpp"
#include "floor/worker/worker.hpp"
#include "web/phrasebook.hpp"

namespace works {

std::vector<visit::Route> routes();
std::vector<visit::NavItem> nav();
std::span<const web::Sentence> sentences();
void register_delays(deadlines::Handlers& handlers);
void listen(messages::Listeners& listeners);
void listen(payments::Listeners& listeners);
std::vector<worker::Chore> chores();
std::vector<visit::DocumentRule> document_rules();
std::vector<visit::FileKind> file_kinds();
visit::WatchedDelays watched_delays();
std::vector<joining::Kind> sign_ups();
std::span<const web::Sentence> admission_sentences();
std::span<const web::Sentence> money_sentences();
std::span<const web::Sentence> discipline_sentences();
std::vector<visit::SearchSource> search();
std::span<const sms_templates::Template> sms_texts();
// French for the codes of the desk's facts and ledger entries.
std::vector<std::pair<std::string_view, std::string>> words();

}  // namespace works
