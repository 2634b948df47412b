module 3rvision/backend

go 1.25
