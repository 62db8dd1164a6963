// The supplements of a file on its page, and how one is shown wherever it is listed (M25).
#pragma once

#include <vector>

#include "desks/motor/schedule/board.hpp"
#include "desks/motor/supplement/supplement.hpp"
#include "web/html/markup.hpp"
#include "web/ui/badge.hpp"

namespace motor::supplement {

web::ui::Badge badge_of(State state);
// « envoyé il y a 3 j 4 h », stronger the longer it waits; « décidé en 5 h » once it is (M25.ageing).
web::ui::Badge age_badge(const Supplement& supplement, base::Instant now);
std::string size_words(const Supplement& supplement);  // « 3 lignes, 2 photos »

web::html::Markup card(const file::File& file, const std::vector<Supplement>& supplements,
                       const schedule::Reading& reading);

}  // namespace motor::supplement
