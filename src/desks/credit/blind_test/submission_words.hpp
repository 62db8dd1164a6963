// How a submission stands, in words and colour (C6).
#pragma once

#include "desks/credit/blind_test/blind_test.hpp"
#include "desks/credit/blind_test/submission_rules.hpp"
#include "web/ui/badge.hpp"

namespace credit::blind_test {

// « Ouvert, silence depuis 3 jours », « 12 sur 20 », « A répondu », « Offre attendue depuis 2 jours »…
web::ui::Badge standing(const Submission& submission, base::Instant now, Progress::Quote quote = Progress::Quote::none);

}  // namespace credit::blind_test
