// How a submission stands, in words and colour (C6).
#pragma once

#include "desks/credit/blind_test/blind_test.hpp"
#include "web/ui/badge.hpp"

namespace credit::blind_test {

// « Silence depuis 3 jours », « 12 sur 20 », « A répondu »…
web::ui::Badge standing(const Submission& submission, std::int64_t buyers, base::Instant now);

}  // namespace credit::blind_test
