// The other face of this program: a process that reads one file which a stranger sent, and can do nothing else (P3).
#pragma once

namespace documents {

// First thing in main(). Returns at once in the program proper; in a confined child, does its job and ends the process.
void run_confined_child(int argc, const char* const* argv);

}  // namespace documents
