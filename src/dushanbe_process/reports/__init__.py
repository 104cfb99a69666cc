"""What people read: records laid out as blocks, and blocks rendered to pages and screens."""
