// An insured company opens its own space (C2.space): it sees nothing until it puts a file there by the file's link.
#pragma once

#include "floor/joining/joining.hpp"

namespace credit::company {

joining::Kind sign_up();

}  // namespace credit::company
